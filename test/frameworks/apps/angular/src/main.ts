import { Component, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { Support } from './support';

const cookie = /(?:^|; )state=([^;]*)/.exec(document.cookie)?.[1] ?? '%7B%7D';
const app: { heard: Event[]; show?: (changes: object) => void } = { heard: [] };
Object.assign(window, { app });

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
class App {
  protected readonly state = signal(JSON.parse(decodeURIComponent(cookie)));

  constructor() {
    app.show = (changes) => this.state.update((state) => ({ ...state, ...changes }));
  }

  protected hear(event: Event) {
    app.heard.push(event);
  }
}

bootstrapApplication(App);
