package com.klinity.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.platform.spi.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MeasuredInputTest {

    private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);
    private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void hashes_what_is_read_at_once() throws IOException {
        MeasuredInput input = new MeasuredInput(new ByteArrayInputStream(ABC), 3, () -> Refusal.tooLarge(3));
        assertEquals(3, input.readAllBytes().length);
        assertEquals(SHA256_OF_ABC, input.sha256());
    }

    @Test
    void hashes_what_is_read_byte_by_byte() throws IOException {
        MeasuredInput input = new MeasuredInput(new ByteArrayInputStream(ABC), 3, () -> Refusal.tooLarge(3));
        int sum = 0;
        for (int read = input.read(); read >= 0; read = input.read()) {
            sum += read;
        }
        assertEquals('a' + 'b' + 'c', sum);
        assertEquals(SHA256_OF_ABC, input.sha256());
    }

    @Test
    void hashes_what_is_skipped() throws IOException {
        MeasuredInput input = new MeasuredInput(new ByteArrayInputStream(ABC), 3, () -> Refusal.tooLarge(3));
        input.skipNBytes(3);
        assertEquals(SHA256_OF_ABC, input.sha256());
    }

    @Test
    void one_byte_too_many_is_refused() {
        MeasuredInput input = new MeasuredInput(new ByteArrayInputStream(ABC), 2, () -> Refusal.tooLarge(2));
        assertEquals(413, assertThrows(Refusal.class, input::readAllBytes).status());
    }
}
