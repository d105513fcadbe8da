{{-- resources/views/useresponse.blade.php; in the layout, right above </body>: @include('useresponse')
     The security key is in .env, and config/services.php hands it on: 'useresponse' => ['key' => env('USERESPONSE_KEY')],
     (In a view env() gives nothing once the configuration is cached.) --}}
@php
    $user = auth()->user();
    $key = config('services.useresponse.key');
    $fields = ['property_170' => $user?->phone]; // custom fields, or an empty array
    $visitor = $key && $user?->email ? [
        'token' => hash('sha256', $key . $user->email),
        'email' => $user->email,
        'name' => $user->name,
        'properties' => json_encode($fields, JSON_INVALID_UTF8_SUBSTITUTE),
    ] : [];
@endphp
<script src="https://cdn.example.com/useresponse-widget.min.js" async></script>
<useresponse-widget
@foreach ($visitor as $name => $value)
  {{ $name }}="{{ $value }}"
@endforeach
  src="https://help.example.com/public/sdk/chat-uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709-38.js">
  <a href="https://help.example.com/">Contact support</a>
</useresponse-widget>
