# use Useresponse; and right above </body>: Useresponse::tag(email => …, name => …, fields => { property_170 => … }), or
# Useresponse::tag() for nobody. Characters go in, as Encode makes them of bytes, and come out, to be encoded with the page.
package Useresponse;
use strict;
use warnings;
use Digest::SHA 'sha256_hex';
use Encode 'encode_utf8';
use JSON::PP;

my %reference = ('&' => '&amp;', '"' => '&quot;', "'" => '&#39;', '<' => '&lt;', '>' => '&gt;');

sub tag {
    my %user = @_;
    my $key = $ENV{USERESPONSE_KEY} // '';    # bytes, as everything in the environment
    my $visitor = '';
    if (length $key && length($user{email} // '')) {
        my $token = sha256_hex($key . encode_utf8($user{email}));
        my $fields = JSON::PP->new->encode($user{fields} // {});
        my @values = map { s/([&"'<>])/$reference{$1}/gr } $user{email}, $user{name} // '', $fields;
        $visitor = sprintf ' token="%s" email="%s" name="%s" properties="%s"', $token, @values;
    }
    return qq(<script src="https://cdn.example.com/useresponse-widget.min.js" async></script>
<useresponse-widget$visitor
  src="https://help.example.com/public/sdk/chat-uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709-38.js">
  <a href="https://help.example.com/">Contact support</a>
</useresponse-widget>);
}
1;
