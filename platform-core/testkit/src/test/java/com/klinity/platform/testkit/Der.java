package com.klinity.platform.testkit;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** As much of DER (ITU-T X.690) as a certificate needs. */
final class Der {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private Der() {}

    static byte[] tagged(int tag, byte[]... contents) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] one : contents) {
            content.writeBytes(one);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(tag);
        length(all, content.size());
        all.writeBytes(content.toByteArray());
        return all.toByteArray();
    }

    private static void length(ByteArrayOutputStream out, int length) {
        if (length < 0x80) {
            out.write(length);
            return;
        }
        byte[] bytes = BigInteger.valueOf(length).toByteArray();
        int skipped = bytes[0] == 0 ? 1 : 0;
        out.write(0x80 | (bytes.length - skipped));
        out.write(bytes, skipped, bytes.length - skipped);
    }

    static byte[] sequence(byte[]... contents) {
        return tagged(0x30, contents);
    }

    static byte[] integer(BigInteger value) {
        return tagged(0x02, value.toByteArray());
    }

    static byte[] oid(int... encoded) {
        byte[] bytes = new byte[encoded.length];
        for (int i = 0; i < encoded.length; i++) {
            bytes[i] = (byte) encoded[i];
        }
        return tagged(0x06, bytes);
    }

    static byte[] time(Instant time) {
        return tagged(0x18, TIME.format(time).getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] commonName(String name) {
        byte[] text = tagged(0x0c, name.getBytes(StandardCharsets.UTF_8));
        return sequence(tagged(0x31, sequence(oid(0x55, 4, 3), text)));
    }

    static byte[] bits(byte[] content) {
        return tagged(0x03, new byte[1], content);
    }

    static byte[] extension(byte[] oid, byte[] value) {
        return sequence(oid, tagged(0x04, value));
    }
}
