<?php
// src/Twig/UseresponseExtension.php, which Symfony finds by itself. In base.html.twig, right above </body>: {{ useresponse() }}
namespace App\Twig;

final class UseresponseExtension extends \Twig\Extension\AbstractExtension
{
    // What stands in properties are custom fields.
    private const TAG = '<script src="https://cdn.example.com/useresponse-widget.min.js" async></script>
<useresponse-widget
  {% if token %}token="{{ token }}" email="{{ app.user.email }}" name="{{ app.user.name ?? "" }}"
  properties="{{ { property_170: app.user.phone ?? "" }|json_encode }}"{% endif %}
  src="https://help.example.com/public/sdk/chat-uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709-38.js">
  <a href="https://help.example.com/">Contact support</a>
</useresponse-widget>';

    // The security key is in .env.local: USERESPONSE_KEY=…
    public function __construct(#[\Symfony\Component\DependencyInjection\Attribute\Autowire(
        '%env(default::USERESPONSE_KEY)%')] private ?string $key) {}

    public function getFunctions(): array
    {
        $options = ['needs_environment' => true, 'needs_context' => true, 'is_safe' => ['html']];
        return [new \Twig\TwigFunction('useresponse', function (\Twig\Environment $twig, array $page): string {
            $email = (string) $page['app']->getUser()?->getEmail();
            $token = $this->key && $email ? hash('sha256', $this->key.$email) : '';
            return $twig->createTemplate(self::TAG)->render(['app' => $page['app'], 'token' => $token]);
        }, $options)];
    }
}
