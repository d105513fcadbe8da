<?php
/**
 * Plugin Name: UseResponse tag
 * As wp-content/mu-plugins/useresponse.php, or without the first line at the end of a child theme's functions.php. The
 * security key goes into wp-config.php, above "That's all": define( 'USERESPONSE_KEY', '…' );
 */
add_action( 'wp_footer', static function () {
	$user    = wp_get_current_user();
	$key     = defined( 'USERESPONSE_KEY' ) ? USERESPONSE_KEY : '';
	// WordPress keeps "a & b" as "a &amp; b".
	$email   = wp_specialchars_decode( (string) $user->user_email, ENT_QUOTES );
	$name    = wp_specialchars_decode( (string) $user->display_name, ENT_QUOTES );
	$fields  = array( 'property_170' => get_user_meta( $user->ID, 'phone', true ) ); // Custom fields, or an empty array.
	$visitor = $key && $email ? array(
		'token'      => hash( 'sha256', $key . $email ),
		'email'      => $email,
		'name'       => $name,
		'properties' => wp_json_encode( $fields ),
	) : array();
	?>
<script src="https://cdn.example.com/useresponse-widget.min.js" async></script>
<useresponse-widget
	<?php foreach ( $visitor as $attribute => $value ) : // esc_attr() would leave "&amp;" in a value as it is. ?>
  <?= $attribute ?>="<?= htmlspecialchars( (string) $value, ENT_QUOTES, 'UTF-8' ) ?>"
	<?php endforeach ?>
  src="https://help.example.com/public/sdk/chat-uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709-38.js">
  <a href="https://help.example.com/">Contact support</a>
</useresponse-widget>
	<?php
} );
