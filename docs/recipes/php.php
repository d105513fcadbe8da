<?php
// useresponse.php: include it right above </body> in the file that every page shares. The security key is in the
// environment: SetEnv in Apache, env[…] in the pool of PHP-FPM. In a function, so that no variable of the page is touched.
(static function () {
    // Who is signed in, as your site knows it; empty for nobody.
    $email = (string) ($_SESSION['email'] ?? '');
    $name = $_SESSION['name'] ?? '';
    // Custom fields, or an empty array.
    $fields = ['property_170' => $_SESSION['phone'] ?? ''];

    $key = (string) getenv('USERESPONSE_KEY');
    $visitor = $key !== '' && $email !== '' ? [
        'token' => hash('sha256', $key . $email),
        'email' => $email,
        'name' => $name,
        'properties' => json_encode($fields, JSON_INVALID_UTF8_SUBSTITUTE),
    ] : [];
?>
<script src="https://cdn.example.com/useresponse-widget.min.js" async></script>
<useresponse-widget
<?php foreach ($visitor as $attribute => $value): ?>
  <?= $attribute ?>="<?= htmlspecialchars((string) $value, ENT_QUOTES, 'UTF-8') ?>"
<?php endforeach ?>
  src="https://help.example.com/public/sdk/chat-uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709-38.js">
  <a href="https://help.example.com/">Contact support</a>
</useresponse-widget>
<?php })();
