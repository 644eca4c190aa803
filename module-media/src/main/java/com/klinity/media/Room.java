package com.klinity.media;

import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Scope;
import java.util.OptionalLong;

/**
 * How much one recording may take.
 *
 * @param most       bytes of the longest recording
 * @param perAccount bytes of all recordings of an account together
 */
record Room(long most, long perAccount) {

    /** A length that is declared spares the caller from sending it all in vain; it is measured all the same. */
    void requireLength(Call call) {
        if (declared(call).orElse(0) > most) {
            throw Refusal.tooLarge(most);
        }
    }

    /**
     * What to set aside: what was declared, or else as much as there is up to the longest.
     *
     * @throws Refusal 507 when there is less
     */
    long reserve(Call call, Scope scope) {
        UploadTable.takeTurn(scope);
        long left = perAccount - Storage.of(scope).bytes();
        long wanted = declared(call).orElse(Math.min(most, Math.max(left, 1)));
        if (wanted > left) {
            throw full();
        }
        return wanted;
    }

    /** What to say when a recording outgrows that. */
    Refusal outgrown(long reserved) {
        return reserved < most ? full() : Refusal.tooLarge(most);
    }

    static Refusal full() {
        return Refusal.insufficientStorage(
                "This account's recordings have no room for it. Nothing was stored; delete recordings first, or ask the"
                        + " operator of this server for more room.");
    }

    private static OptionalLong declared(Call call) {
        return call.header("Content-Length")
                .filter(length -> length.matches("\\d{1,18}"))
                .map(length -> OptionalLong.of(Long.parseLong(length)))
                .orElse(OptionalLong.empty());
    }
}
