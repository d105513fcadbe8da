import { afterNextRender, Component, inject, REQUEST, signal } from '@angular/core';
import { Support } from './support';

const app: { heard: Event[]; show?: (changes: object) => void } = { heard: [] };

@Component({
  selector: 'app-root',
  imports: [Support],
  template: `
    <main>{{ state().route }}</main>
    @if (state().isMounted) {
      @for (copy of [{ id: state().copy }]; track copy.id) {
        <app-support
          [src]="state().src"
          [token]="state().token"
          [email]="state().email"
          [name]="state().name"
          [properties]="state().properties"
          [phone]="state().phone"
          [loadOn]="state().loadOn"
          [clearOn]="state().clearOn"
          (hear)="hear($event)">
          <a href="https://help.example.com/">{{ state().link }}</a>
        </app-support>
      }
    }
  `,
})
export class App {
  private readonly cookies = inject(REQUEST, { optional: true })?.headers.get('cookie');
  protected readonly state = signal(this.start());

  constructor() {
    afterNextRender(() => {
      app.show = (changes) => this.state.update((state) => ({ ...state, ...changes }));
      Object.assign(window, { app });
    });
  }

  protected hear(event: Event) {
    app.heard.push(event);
  }

  private start() {
    const cookies = typeof document === 'undefined' || this.cookies ? this.cookies : document.cookie;
    return JSON.parse(decodeURIComponent(/(?:^|; )state=([^;]*)/.exec(cookies ?? '')?.[1] ?? '%7B%7D'));
  }
}
