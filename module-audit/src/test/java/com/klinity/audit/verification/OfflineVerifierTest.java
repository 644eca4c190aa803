package com.klinity.audit.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.audit.verification.OfflineVerifier.Report;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OfflineVerifierTest {

    private final Chain chain = new Chain()
            .read("Patient", "")
            .read("=1+1", "{\"a\":\"x, \\\"\u00fc\\\"\"}")
            .read("two\nlines", "");
    private final byte[] export = chain.csv().getBytes(UTF_8);

    @Test
    @Tag("LG-5")
    void an_untouched_export_verifies() throws IOException {
        assertEquals(new Report(3, chain.head(), Optional.empty()), verify(export));
        assertEquals(new Report(3, chain.head(), Optional.empty()), verify(export, chain.head()));
    }

    @Test
    @Tag("LG-3")
    void whatever_byte_is_changed_is_found() throws IOException {
        for (int at = 0; at < export.length; at++) {
            for (int bit = 1; bit < 256; bit <<= 1) {
                byte[] changed = export.clone();
                changed[at] ^= (byte) bit;
                String where = "byte " + at + ", bit " + bit;
                assertTrue(verify(changed).firstBroken().isPresent(), where);
            }
        }
    }

    @Test
    @Tag("LG-3")
    void wherever_the_file_is_cut_off_the_head_tells() throws IOException {
        for (int length = 0; length < export.length; length++) {
            Report report = verify(Arrays.copyOf(export, length), chain.head());
            assertTrue(report.firstBroken().isPresent(), "cut at " + length);
        }
    }

    @Test
    void a_broken_file_tells_how_far_it_is_good() throws IOException {
        String broken = chain.csv().replace("two\nlines", "two\nLines");
        Report report = verify(broken.getBytes(UTF_8));
        assertEquals(2, report.entries());
        assertEquals(chain.entries().get(1).hash(), report.head());
    }

    @Test
    void a_log_without_entries_has_the_head_before_the_first_one() throws IOException {
        byte[] none = new Chain().csv().getBytes(UTF_8);
        assertEquals(new Report(0, ChainEntry.GENESIS, Optional.empty()), verify(none, ChainEntry.GENESIS));
    }

    @Test
    void a_quote_that_is_never_closed_does_not_fill_the_memory() throws IOException {
        byte[] endless = Arrays.copyOf(export, 2 * RawRecords.LONGEST);
        endless[export.length] = '"';
        assertEquals(
                Optional.of("entry 4 is not in the form of an export"),
                verify(endless).firstBroken());
    }

    private static Report verify(byte[] file) throws IOException {
        return OfflineVerifier.verify(new ByteArrayInputStream(file));
    }

    private static Report verify(byte[] file, String head) throws IOException {
        return OfflineVerifier.verify(new ByteArrayInputStream(file), head);
    }
}
