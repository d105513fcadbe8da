import '../../operator/operator-view.ts';
import './backstage.ts';
import './element-log.ts';
import './log-out-button.ts';
