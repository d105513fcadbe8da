/** From somebody's machine would be published what nobody has checked, and without a proof of what it was made of. */
if (!process.env.ACTIONS_ID_TOKEN_REQUEST_URL) {
  console.error('Only the release workflow publishes: docs/releasing.md says how.');
  process.exitCode = 1;
}
