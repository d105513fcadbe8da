import type { EngineName } from './engine.ts';

/** Which engine runs a platform's text, by which recipe, and how its language asks for the visitor's phone. */
export const RUNS: Record<string, [engine: EngineName, kind: string, phone: string]> = {
  'wordpress-block': ['php', 'wordpress', "get_user_meta( $user->ID, 'phone', true )"],
  'wordpress-classic': ['php', 'wordpress', "get_user_meta( $user->ID, 'phone', true )"],
  'wordpress-child': ['php', 'wordpress', "get_user_meta( $user->ID, 'phone', true )"],
  'wordpress-mu': ['php', 'wordpress', "get_user_meta( $user->ID, 'phone', true )"],
  drupal: ['twig', 'drupal', "$user->get('field_phone')->value"],
  joomla: ['php', 'php', '$user->phone'],
  php: ['php', 'php', "$_SESSION['phone'] ?? ''"],
  laravel: ['blade', 'laravel', '$user->phone'],
  symfony: ['twig', 'symfony', 'app.user.phone'],
  django: ['django', 'django', 'request.user.phone'],
  flask: ['flask', 'flask', 'current_user.phone'],
  rails: ['rails', 'rails', 'current_user.phone'],
  shopify: ['liquid', 'liquid', 'customer.phone'],
  express: ['node', 'express', 'user.phone'],
  next: ['node', 'next', 'user.phone'],
  java: ['jsp', 'jsp', 'session.getAttribute("phone")'],
};
