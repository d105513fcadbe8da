import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { faultOf } from '../../demo/configurator/expression.ts';
import { PLATFORM_INFOS } from '../../demo/configurator/platform-info.ts';

describe('An expression for a custom field', () => {
  for (const { id, expression } of PLATFORM_INFOS.filter(({ canRecognise }) => canRecognise))
    it(`is right as the example for ${id} has it`, () => {
      assert.equal(faultOf(expression.slice(expression.lastIndexOf(': ') + 2)), undefined);
    });

  for (const right of [
    '',
    'user.name|default:"it\'s"',
    "customer.tags | join: ', '",
    "user.isVip ? 'yes' : 'no'",
    '$user->meta["a(b"]',
    '`${user.first} ${user.last}`',
    'printer.name',
    'print_name',
    'echo.value',
    "{'a': 1}[user.kind]",
    'f({a: {b: 1}})',
    "user.text ?: 'a;b'",
  ])
    it(`may be ${right || 'empty'}`, () => assert.equal(faultOf(right), undefined));

  for (const wrapped of [
    '<?php echo $user->phone; ?>',
    '<?= $user->phone ?>',
    '<%= current_user.phone %>',
    '{{ user.phone }}',
    '{% user.phone %}',
    '{!! $user->phone !!}',
    '@(User.Phone)',
    'echo $user->phone',
    'return user.phone',
    '$user->phone;',
  ])
    it(`stands alone, not as ${wrapped}`, () => assert.equal(faultOf(wrapped), 'wrapped'));

  for (const curly of ['get(“phone”)', 'get(‘phone’)', 'get(«phone»)'])
    it(`has straight quotation marks, not ${curly}`, () => assert.equal(faultOf(curly), 'curly'));

  for (const open of ["get('phone'", "get 'phone')", "get('phone)", 'a[1', 'f(a]', '"a\\"'])
    it(`has both halves, not ${open}`, () => assert.equal(faultOf(open), 'open'));
});
