import type { Platform } from '../choices.ts';
import { markup, type Language } from './markup.ts';

/** What Ruby renders: Rails, and Shopify's Liquid, which runs on Shopify's servers. */

const RAILS_TOKEN = `require "digest"

module UseresponseHelper
  # Empty for a visitor who is not signed in.
  def useresponse_token(email)
    key = ENV.fetch("USERESPONSE_KEY", "")
    key.present? && email.present? ? Digest::SHA256.hexdigest(key.b + email.b) : ""
  end
end
`;

const erb: Language = {
  open: '<% if token.present? %>',
  close: '<% end %>',
  token: 'token',
  email: 'current_user.email',
  name: 'current_user.try(:name)',
  print: (expression) => `<%= ${expression} %>`,
  printJson: (expression) => `<%= (${expression}).to_s.to_json %>`,
};

const rails: Platform = {
  id: 'rails',
  group: 'code',
  canRecognise: true,
  tried: 'engine',
  snippets(choices) {
    if (!choices.recognise) return [{ id: 'tag', language: 'erb', code: markup(choices) }];
    const code = `<% token = useresponse_token(current_user&.email) %>\n${markup(choices, erb)}`;
    return [
      { id: 'server', language: 'ruby', code: RAILS_TOKEN },
      { id: 'tag', language: 'erb', code },
    ];
  },
};

const SHOPIFY_SETTING = `{
  "name": "UseResponse",
  "settings": [{ "type": "text", "id": "useresponse_key", "label": "Security key" }]
},`;

const liquid: Language = {
  open: "{% if useresponse_token != '' %}",
  close: '{% endif %}',
  token: 'useresponse_token',
  email: 'customer.email',
  name: 'customer.name',
  print: (expression) => `{{ ${expression} | escape }}`,
  printJson: (expression) => `{{ ${expression} | append: '' | json | escape }}`,
};

/** `sha256`, not `hmac_sha256`: UseResponse wants the plain hash of key and email, one after the other. */
const SHOPIFY_TOKEN = `{%- assign useresponse_token = '' -%}
{%- if customer.email.size > 0 and settings.useresponse_key.size > 0 -%}
  {%- assign useresponse_token = settings.useresponse_key | append: customer.email | sha256 -%}
{%- endif -%}
`;

const shopify: Platform = {
  id: 'shopify',
  group: 'builder',
  canRecognise: true,
  tried: 'engine',
  snippets(choices) {
    if (!choices.recognise) return [{ id: 'tag', language: 'liquid', code: markup(choices) }];
    return [
      { id: 'key', language: 'json', code: SHOPIFY_SETTING },
      { id: 'tag', language: 'liquid', code: SHOPIFY_TOKEN + markup(choices, liquid) },
    ];
  },
};

export const rubyPlatforms: Platform[] = [rails, shopify];
