package com.klinity.identity.local;

import com.klinity.identity.local.OneTimeCode.Purpose;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Signing in, staying so, and signing out. One thread at a time: a token is dated while nobody can sign its user out, so
 * every token is either older than a sign-out or comes from a newer sign-in.
 */
final class Sessions {

    static final Duration UNUSED = Duration.ofDays(30);

    private static final System.Logger LOG = System.getLogger(Sessions.class.getName());

    private final Users users;
    private final AccessTokens tokens;
    private final InstantSource clock;

    Sessions(Users users, AccessTokens tokens, InstantSource clock) {
        this.users = users;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Signs in whoever proved to read the address's mail; empty when nobody is known and none may be made. */
    synchronized Optional<Grant> begin(EmailAddress address, Purpose purpose) {
        Instant now = clock.instant();
        return users.of(address)
                .or(() -> purpose == Purpose.SIGN_UP ? Optional.of(newUser(address, now)) : Optional.empty())
                .map(user -> grant(user, RefreshToken.ofNewSignIn(user.id()), now, now));
    }

    /** Changes a refresh token for the next one. A used one that comes again ends its sign-in (RFC 9700 §4.14.2). */
    synchronized Optional<Grant> refresh(String text) {
        Optional<RefreshToken> token = RefreshToken.parse(text);
        Optional<User> user = token.flatMap(given -> users.of(given.user()));
        Optional<SignIn> signIn = token.flatMap(given -> user.flatMap(known -> known.signIn(given.signIn())));
        return signIn.flatMap(found -> refresh(user.orElseThrow(), found, token.orElseThrow()));
    }

    /** Ends every sign-in of the user. */
    synchronized void end(UUID id) {
        users.of(id).map(User::signedOut).ifPresent(users::save);
    }

    synchronized void delete(UUID id) {
        users.of(id).ifPresent(users::remove);
    }

    private Optional<Grant> refresh(User user, SignIn signIn, RefreshToken token) {
        Instant now = clock.instant();
        boolean latest = token.isLatestOf(signIn);
        if (latest && now.isBefore(signIn.expires())) {
            return Optional.of(grant(user, token.successor(), signIn.at(), now));
        }
        if (!latest) {
            LOG.log(Level.WARNING, "a used refresh token came again; its sign-in was ended for user {0}", user.id());
        }
        users.save(user.without(signIn));
        return Optional.empty();
    }

    private Grant grant(User user, RefreshToken next, Instant signedInAt, Instant now) {
        users.save(user.with(new SignIn(next.signIn(), next.hash(), signedInAt, now.plus(UNUSED))));
        return new Grant(
                tokens.issue(user.id(), signedInAt, now),
                next.text(),
                tokens.lifetime().toSeconds());
    }

    private static User newUser(EmailAddress address, Instant now) {
        return new User(UUID.randomUUID(), address.text(), now, List.of());
    }
}
