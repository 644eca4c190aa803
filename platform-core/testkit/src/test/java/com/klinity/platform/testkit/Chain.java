package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.embedded.DatabaseRole;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * An account's chain as it lies in the database, read as the superuser and checked without any of the database's functions.
 *
 * @param links in their order
 * @param base  sequence and hash that the first one follows
 * @param head  sequence and hash that the next entry will follow
 */
record Chain(List<Link> links, String base, String head) {

    private static final String LINKS = """
        select array[account_id::text, sequence::text,
                to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), user_id, ip_address, action,
                resource_type, array_to_string(resource_ids, ' '), outcome, request_id::text, details] as fields,
            request_id, encode(hash, 'hex') as hash
        from audit.entries where account_id = ? order by sequence
        """;

    private static final String BASE = """
        select coalesce(max(sequence || ' ' || encode(hash, 'hex')), '0 ' || repeat('00', 32))
        from audit.bases where account_id = ?
        """;

    private static final String HEAD =
            "select sequence || ' ' || encode(hash, 'hex') from audit.heads where account_id = ?";

    /** An entry. */
    record Link(List<String> fields, UUID request, String hash) {

        private String after(String previous) {
            MessageDigest digest = sha256();
            digest.update(HexFormat.of().parseHex(previous));
            for (String field : fields) {
                byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
                digest.update((byte) ',');
            }
            return HexFormat.of().formatHex(digest.digest());
        }
    }

    static Chain of(TestServer server, UUID account) {
        try (Connection superuser = server.connect(DatabaseRole.SUPERUSER);
                PreparedStatement links = superuser.prepareStatement(LINKS);
                PreparedStatement base = superuser.prepareStatement(BASE);
                PreparedStatement head = superuser.prepareStatement(HEAD)) {
            links.setObject(1, account);
            base.setObject(1, account);
            head.setObject(1, account);
            return new Chain(links(links), end(base), end(head));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Link> links(PreparedStatement query) throws SQLException {
        List<Link> links = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                links.add(new Link(
                        List.of((String[]) row.getArray("fields").getArray()),
                        row.getObject("request_id", UUID.class),
                        row.getString("hash")));
            }
        }
        return links;
    }

    private static String end(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    /** Which requests it tells of. */
    List<UUID> requests() {
        return links.stream().map(Link::request).toList();
    }

    /** Fails unless each entry follows the one before and the head is the last. */
    void verify() {
        long sequence = Long.parseLong(base.split(" ", 2)[0]);
        String previous = base.split(" ", 2)[1];
        for (Link link : links) {
            sequence++;
            assertEquals(Long.toString(sequence), link.fields().get(1), "sequence");
            assertEquals(link.after(previous), link.hash(), "hash of entry " + sequence);
            previous = link.hash();
        }
        assertEquals(sequence + " " + previous, head, "head");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
