package com.klinity.identity.local;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.identity.local.OneTimeCode.Purpose;
import com.klinity.platform.json.JacksonJson;
import com.klinity.platform.spi.Json;
import com.klinity.platform.testkit.AtOnce;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {

    private static final EmailAddress ANA = new EmailAddress("ana@example.org");
    private static final LocalSettings SETTINGS =
            new LocalSettings("http://localhost/v1/local-identity", "klinity", Duration.ofHours(1), 600);
    private static final Json JSON = new JacksonJson();

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock();
    private SigningKey key;
    private Users users;
    private Sessions sessions;

    @BeforeEach
    void start() {
        key = SigningKeyFile.loadOrMake(folder);
        users = Users.load(folder.resolve("users"), JSON);
        sessions = new Sessions(users, new AccessTokens(SETTINGS, key, JSON), new SuccessorKey(key), clock);
    }

    @Test
    @Tag("AU-4")
    void a_code_to_sign_in_makes_no_user() {
        assertEquals(Optional.empty(), sessions.begin(ANA, Purpose.SIGN_IN));
    }

    @Test
    void a_user_keeps_the_id_over_sign_ins() {
        assertEquals(subject(signIn()), subject(signIn()));
    }

    @Test
    @Tag("AC-4")
    void an_address_that_comes_back_after_deletion_is_somebody_else() {
        UUID before = subject(signIn());
        sessions.delete(before);
        assertNotEquals(before, subject(signIn()));
    }

    @Test
    void deletion_leaves_nothing_on_disk() throws IOException {
        sessions.delete(subject(signIn()));
        assertEquals(0, userFiles());
    }

    @Test
    void a_refresh_token_is_changed_for_the_next_one() {
        Grant first = signIn();
        Grant second = sessions.refresh(first.refreshToken()).orElseThrow();
        assertAll(
                () -> assertNotEquals(first.refreshToken(), second.refreshToken()),
                () -> assertTrue(sessions.refresh(second.refreshToken()).isPresent()));
    }

    @Test
    void a_used_refresh_token_ends_its_sign_in() {
        Grant first = signIn();
        Grant second = sessions.refresh(first.refreshToken()).orElseThrow();
        clock.pass(Sessions.GRACE);
        assertAll(
                () -> assertEquals(Optional.empty(), sessions.refresh(first.refreshToken())),
                () -> assertEquals(Optional.empty(), sessions.refresh(second.refreshToken())));
    }

    @Test
    void a_refresh_token_that_comes_twice_within_seconds_gives_the_same_one_again() {
        Grant first = signIn();
        Grant second = sessions.refresh(first.refreshToken()).orElseThrow();
        clock.pass(Sessions.GRACE.minusMillis(1));
        Grant again = sessions.refresh(first.refreshToken()).orElseThrow();
        assertAll(
                () -> assertEquals(second.refreshToken(), again.refreshToken()),
                () -> assertTrue(sessions.refresh(again.refreshToken()).isPresent()));
    }

    @Test
    void an_answer_that_a_crash_lost_is_given_again() {
        Grant first = signIn();
        Grant lost = sessions.refresh(first.refreshToken()).orElseThrow();
        start();
        assertEquals(
                lost.refreshToken(),
                sessions.refresh(first.refreshToken()).orElseThrow().refreshToken());
    }

    @Test
    void the_one_before_the_one_before_ends_its_sign_in_at_once() {
        Grant first = signIn();
        Grant second = sessions.refresh(first.refreshToken()).orElseThrow();
        Grant third = sessions.refresh(second.refreshToken()).orElseThrow();
        assertAll(
                () -> assertEquals(Optional.empty(), sessions.refresh(first.refreshToken())),
                () -> assertEquals(Optional.empty(), sessions.refresh(third.refreshToken())));
    }

    @Test
    void coming_again_does_not_make_the_grace_longer() {
        Grant first = signIn();
        sessions.refresh(first.refreshToken());
        clock.pass(Sessions.GRACE.minusSeconds(1));
        sessions.refresh(first.refreshToken());
        clock.pass(Duration.ofSeconds(1));
        assertEquals(Optional.empty(), sessions.refresh(first.refreshToken()));
    }

    @Test
    @Tag("AC-8")
    void signing_out_ends_the_grace() {
        Grant first = signIn();
        sessions.refresh(first.refreshToken());
        sessions.end(subject(first));
        assertEquals(Optional.empty(), sessions.refresh(first.refreshToken()));
    }

    @Test
    void a_successor_cannot_be_told_without_the_servers_key(@TempDir Path elsewhere) {
        RefreshToken first = RefreshToken.parse(signIn().refreshToken()).orElseThrow();
        SuccessorKey another = new SuccessorKey(SigningKeyFile.loadOrMake(elsewhere));
        assertNotEquals(first.successor(another), first.successor(new SuccessorKey(key)));
    }

    @Test
    void other_sign_ins_of_the_user_go_on() {
        Grant phone = signIn();
        Grant laptop = signIn();
        sessions.refresh(phone.refreshToken());
        clock.pass(Sessions.GRACE);
        sessions.refresh(phone.refreshToken());
        assertTrue(sessions.refresh(laptop.refreshToken()).isPresent());
    }

    @Test
    void a_refresh_token_used_many_times_at_once_leaves_everybody_signed_in() throws Exception {
        Grant first = signIn();
        Callable<Optional<Grant>> refresh = () -> sessions.refresh(first.refreshToken());
        Set<String> next = AtOnce.all(Collections.nCopies(8, refresh)).stream()
                .map(grant -> grant.orElseThrow().refreshToken())
                .collect(Collectors.toSet());
        assertEquals(1, next.size());
        assertTrue(sessions.refresh(next.iterator().next()).isPresent());
    }

    @Test
    void a_refresh_token_ends_after_thirty_days_of_rest() {
        Grant first = signIn();
        clock.pass(Duration.ofDays(30));
        assertEquals(Optional.empty(), sessions.refresh(first.refreshToken()));
    }

    @Test
    @Tag("AC-8")
    void signing_out_ends_every_refresh_token() {
        Grant phone = signIn();
        Grant laptop = signIn();
        sessions.end(subject(phone));
        assertAll(
                () -> assertEquals(Optional.empty(), sessions.refresh(phone.refreshToken())),
                () -> assertEquals(Optional.empty(), sessions.refresh(laptop.refreshToken())));
    }

    @Test
    void beyond_twenty_sign_ins_the_oldest_ends() {
        Grant oldest = signIn();
        Grant second = signIn();
        IntStream.range(0, 19).forEach(i -> signIn());
        assertAll(
                () -> assertEquals(Optional.empty(), sessions.refresh(oldest.refreshToken())),
                () -> assertTrue(sessions.refresh(second.refreshToken()).isPresent()));
    }

    @Test
    void what_is_no_refresh_token_is_refused() {
        assertAll(Stream.of("", "x", "a.b.c", UUID.randomUUID() + "." + "x".repeat(16) + "." + "y".repeat(43))
                .map(text -> () -> assertEquals(Optional.empty(), sessions.refresh(text))));
    }

    @Test
    void users_and_their_sign_ins_survive_a_restart() {
        Grant before = signIn();
        start();
        assertAll(
                () -> assertTrue(sessions.refresh(before.refreshToken()).isPresent()),
                () -> assertEquals(
                        Optional.of(ANA.text()), users.of(subject(before)).map(User::email)));
    }

    @Test
    void a_users_file_is_private_and_its_name_tells_nothing() throws IOException {
        signIn();
        Path file = userFile();
        assertAll(
                () -> assertTrue(file.getFileName().toString().matches("[0-9a-f]{64}\\.json")),
                () -> assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file))));
    }

    @Test
    void no_token_is_on_disk() throws IOException {
        Grant grant = signIn();
        String stored = Files.readString(userFile());
        String secret = grant.refreshToken().substring(grant.refreshToken().lastIndexOf('.') + 1);
        assertAll(() -> assertFalse(stored.contains(secret)), () -> assertFalse(stored.contains(grant.accessToken())));
    }

    private Grant signIn() {
        return sessions.begin(ANA, Purpose.SIGN_UP).orElseThrow();
    }

    private static UUID subject(Grant grant) {
        return RefreshToken.parse(grant.refreshToken()).orElseThrow().user();
    }

    private long userFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("users"))) {
            return files.count();
        }
    }

    private Path userFile() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("users"))) {
            return files.findFirst().orElseThrow();
        }
    }
}
