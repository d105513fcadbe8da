<?php
// Runs the texts of one platform, or a recipe, in PHP, Twig or Blade. Reads { kind, snippets, people, key }, writes what each person gets.

namespace {
    error_reporting(E_ALL);
    set_error_handler(static function (int $level, string $message, string $file) {
        // Debian's own packages are older than its PHP.
        if (str_starts_with($file, '/usr/share/php')) return true;
        throw new ErrorException("$message in $file");
    });

    $input = json_decode(stream_get_contents(STDIN), true, 512, JSON_THROW_ON_ERROR);
    ['kind' => $kind, 'snippets' => $snippets, 'people' => $people, 'key' => $key] = $input;
    $person = null;

    function run(string $code): void
    {
        $file = tempnam(sys_get_temp_dir(), 'platform');
        file_put_contents($file, $code);
        try {
            include $file;
        } finally {
            unlink($file);
        }
    }

    /** The text with the key written between its empty quotes, as somebody would. */
    function keyed(string $code): string
    {
        global $key;
        return str_replace("''", var_export($key, true), $code);
    }

    function output(callable $print): string
    {
        ob_start();
        $print();
        return ob_get_clean();
    }

    /** What WordPress, Joomla and Laravel know of a person; nothing of it escapes. */
    final class Visitor
    {
        public $ID = 0, $user_email = '', $display_name = '', $email = '', $name = '', $phone = '', $guest = true;

        public function __construct(?array $person)
        {
            if (!$person) return;
            [$this->ID, $this->guest] = [7, false];
            [$this->email, $this->name] = [$person['email'], $person['name']];
            // As WordPress stores them.
            $this->user_email = htmlspecialchars((string) $this->email, ENT_NOQUOTES | ENT_SUBSTITUTE, 'UTF-8');
            $this->display_name = htmlspecialchars((string) $this->name, ENT_NOQUOTES | ENT_SUBSTITUTE, 'UTF-8');
            $this->phone = $person['phone'];
        }

        public function exists() { return $this->ID > 0; }
        public function getEmail() { return $this->email; }
        public function getDisplayName() { return $this->name; }
        public function getName() { return $this->name; }
        public function getPhone() { return $this->phone; }
        public function getCacheTags() { return ["user:$this->ID"]; }
        public function getIdentity() { return $this; }
        public function isAuthenticated() { return !$this->guest; }
        public function id() { return $this->ID; }
        public function get($field) { return (object) ['value' => $this->phone]; }
    }

    function visitor(): Visitor
    {
        global $person;
        return new Visitor($person);
    }
}

// WordPress
namespace {
    $actions = [];
    function add_action($hook, $action) { global $actions; $actions[$hook][] = $action; }
    function wp_get_current_user() { return visitor(); }
    function get_user_meta($id, $key, $isSingle) { return visitor()->phone; }
    function wp_specialchars_decode($text, $quotes) { return htmlspecialchars_decode($text, $quotes); }
    function wp_json_encode($value) { return json_encode($value); }
}

// Joomla
namespace Joomla\CMS {
    final class Factory
    {
        public static function getApplication() { return \visitor(); }
    }
}

// Drupal
namespace Drupal\user\Entity {
    final class User
    {
        public static function load($id) { return \visitor(); }
    }
}

namespace Drupal\Core\Site {
    final class Settings
    {
        public static array $settings = [];
        public static function get($name, $usual) { return self::$settings[$name] ?? $usual; }
    }
}

namespace {
    final class Drupal
    {
        public static function currentUser() { return visitor(); }
    }

    // Laravel, and what Symfony's templates call app
    final class Auth
    {
        public function user() { global $person; return $person ? visitor() : null; }
        public function getUser() { return $this->user(); }
    }
    function auth() { return new Auth(); }
    function config($name) { global $services; return $services[substr($name, 9, -4)]['key']; }
}

namespace {
    use Illuminate\Events\Dispatcher;
    use Illuminate\Filesystem\Filesystem;
    use Illuminate\View\Compilers\BladeCompiler;
    use Illuminate\View\Engines\{CompilerEngine, EngineResolver};
    use Illuminate\View\{Factory, FileViewFinder};
    use Twig\Environment;
    use Twig\Loader\ArrayLoader;

    $php = static fn (string $code): string => str_starts_with($code, '<?php') ? $code : "<?php\n$code";
    switch ($kind) {
        case 'wordpress':
            if (isset($snippets['key'])) run($php(keyed($snippets['key'])));
            run($php($snippets['tag']));
            $render = static fn () => array_map(static fn ($action) => $action(), $actions['wp_footer']);
            break;

        case 'php':
            if (isset($snippets['key'])) run(keyed($snippets['key']));
            putenv("USERESPONSE_KEY=$key");
            $render = static function () use ($snippets) {
                global $person;
                $_SESSION = $person ?? [];
                run($snippets['tag']);
            };
            break;

        case 'drupal':
            $settings = [];
            if (isset($snippets['key'])) eval(keyed($snippets['key']));
            Drupal\Core\Site\Settings::$settings = $settings;
            run($snippets['tag']);
            require_once 'Twig/autoload.php';
            $twig = new Environment(new ArrayLoader());
            $render = static function () use ($twig) {
                global $person;
                $bottom = [];
                useresponse_page_bottom($bottom);
                $build = $bottom['useresponse'];
                $contexts = $build['#cache']['contexts'] ?? [];
                if ($person && isset($build['#context']['token']) && $contexts !== ['user']) {
                    throw new Exception('One page for all visitors.');
                }
                echo $twig->createTemplate($build['#template'])->render($build['#context'] ?? []);
            };
            break;

        case 'symfony':
            require_once 'Twig/autoload.php';
            $twig = new Environment(new ArrayLoader(['useresponse.html.twig' => $snippets['tag']]));
            if (isset($snippets['server'])) {
                run($snippets['server']);
                $twig->addExtension(new App\Twig\UseresponseExtension($key));
            }
            $render = static fn () => print $twig->render('useresponse.html.twig', ['app' => auth()]);
            break;

        case 'laravel':
            require_once 'Illuminate/View/autoload.php';
            require_once 'Illuminate/Events/autoload.php';
            $env = static fn () => $key;
            $services = [];
            if (isset($snippets['config'])) {
                $services = eval('return [' . str_replace('env(', '$env(', $snippets['config']) . '];');
            }
            // Two of these programs may start in the same microsecond, so the time makes no name.
            $name = tempnam(sys_get_temp_dir(), 'platform');
            $file = "$name.blade.php";
            file_put_contents($file, $snippets['tag']);
            register_shutdown_function(static fn () => unlink($name) && unlink($file));
            $files = new Filesystem();
            $engines = new EngineResolver();
            $compiler = new BladeCompiler($files, sys_get_temp_dir());
            $engines->register('blade', static fn () => new CompilerEngine($compiler));
            $views = new Factory($engines, new FileViewFinder($files, []), new Dispatcher());
            register_shutdown_function(static fn () => unlink($compiler->getCompiledPath($file)));
            $render = static fn () => print $views->file($file)->render();
            break;
    }

    $pages = [];
    foreach ($people as $person) $pages[] = output($render);
    echo json_encode($pages, JSON_THROW_ON_ERROR);
}
