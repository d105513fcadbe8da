# Makes the recipe's tag. Reads { snippets, people, key }, writes what each person gets.
use strict;
use warnings FATAL => 'all';
use JSON::PP;

sub user {
    my ($person) = @_;
    return $person ? (%$person{qw(email name)}, fields => { property_170 => $person->{phone} }) : ();
}

my $given = decode_json(do { local $/; <STDIN> });
# The environment holds bytes.
utf8::encode($ENV{USERESPONSE_KEY} = $given->{key});
utf8::encode(my $code = $given->{snippets}{tag});
eval "$code" or die $@;
print encode_json([map { Useresponse::tag(user($_)) } @{ $given->{people} }]);
