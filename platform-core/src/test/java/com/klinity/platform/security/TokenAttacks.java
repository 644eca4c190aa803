package com.klinity.platform.security;

import java.util.stream.Stream;

/** Every token that must be refused, for a server that trusts {@link Token#ISSUER} and lives at {@link Token#NOW}. */
final class TokenAttacks {
    private TokenAttacks() {}

    static Stream<Attack> all() {
        return Stream.of(
                        AlgorithmAttacks.all(),
                        HeaderAttacks.all(),
                        EncodingAttacks.all(),
                        SignatureAttacks.all(),
                        ClaimAttacks.all())
                .flatMap(attacks -> attacks);
    }
}
