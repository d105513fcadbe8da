import { Component, computed, CUSTOM_ELEMENTS_SCHEMA, input, output } from '@angular/core';
import 'useresponse-widget';

@Component({
  selector: 'app-support',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <useresponse-widget
      [attr.src]="src()"
      [attr.token]="token()"
      [attr.email]="email()"
      [attr.name]="name()"
      [attr.properties]="json()"
      [attr.property_170]="phone()"
      [attr.load-on]="loadOn()"
      [clearOn]="clearOn()"
      (useresponse-ready)="hear.emit($event)"
      (useresponse-identify)="hear.emit($event)"
      (useresponse-clear)="hear.emit($event)"
      (useresponse-error)="hear.emit($event)">
      <ng-content />
    </useresponse-widget>
  `,
})
export class Support {
  readonly src = input.required<string>();
  readonly token = input<string | false | null>();
  readonly email = input<string | false | null>();
  readonly name = input<string | false | null>();
  readonly properties = input<unknown>();
  readonly phone = input<string | false | null>();
  readonly loadOn = input<string>();
  readonly clearOn = input<string>();
  readonly hear = output<Event>();

  protected readonly json = computed(() => {
    const properties = this.properties();
    return typeof properties === 'object' ? JSON.stringify(properties) : properties;
  });
}
