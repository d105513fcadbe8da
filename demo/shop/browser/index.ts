import '../../operator/operator-view.ts';
import './backstage.ts';
import './log-out-button.ts';
