package com.klinity.identity.local;

import com.klinity.identity.local.OneTimeCode.Purpose;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Signing in, staying so, and signing out. One thread at a time: a token is dated while nobody can sign its user out, so
 * every token is either older than a sign-out or comes from a newer sign-in.
 */
final class Sessions {

    static final Duration UNUSED = Duration.ofDays(30);

    /** How long a used refresh token gives the same answer again: two tabs at once, or an answer that was lost. */
    static final Duration GRACE = Duration.ofSeconds(10);

    private static final System.Logger LOG = System.getLogger(Sessions.class.getName());

    private final Users users;
    private final AccessTokens tokens;
    private final SuccessorKey successors;
    private final InstantSource clock;

    Sessions(Users users, AccessTokens tokens, SuccessorKey successors, InstantSource clock) {
        this.users = users;
        this.tokens = tokens;
        this.successors = successors;
        this.clock = clock;
    }

    /** Signs in whoever proved to read the address's mail; empty when nobody is known and none may be made. */
    synchronized Optional<Grant> begin(EmailAddress address, Purpose purpose) {
        Instant now = clock.instant();
        return users.of(address)
                .or(() -> purpose == Purpose.SIGN_UP ? Optional.of(newUser(address, now)) : Optional.empty())
                .map(user -> begin(user, RefreshToken.ofNewSignIn(user.id()), now));
    }

    /**
     * Changes a refresh token for the next one. A used one that comes again ends its sign-in (RFC 9700 §4.14.2), unless it
     * comes within seconds.
     */
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
        RefreshToken next = token.successor(successors);
        boolean latest = token.isLatestOf(signIn);
        if (latest && now.isBefore(signIn.expires())) {
            users.save(user.with(new SignIn(signIn.id(), next.hash(), signIn.at(), now.plus(UNUSED), now)));
            return Optional.of(grant(next, signIn.at(), now));
        }
        if (next.isLatestOf(signIn) && isWithinGrace(signIn.changed(), now)) {
            return Optional.of(grant(next, signIn.at(), now));
        }
        if (!latest) {
            LOG.log(Level.WARNING, "a used refresh token came again; its sign-in was ended for user {0}", user.id());
        }
        users.save(user.without(signIn));
        return Optional.empty();
    }

    /** Not at a time before the change: then the clock was set back, and nobody knows how long ago it was. */
    private static boolean isWithinGrace(@Nullable Instant changed, Instant now) {
        return changed != null && !now.isBefore(changed) && now.isBefore(changed.plus(GRACE));
    }

    private Grant begin(User user, RefreshToken first, Instant now) {
        users.save(user.with(new SignIn(first.signIn(), first.hash(), now, now.plus(UNUSED), null)));
        return grant(first, now, now);
    }

    private Grant grant(RefreshToken next, Instant signedInAt, Instant now) {
        return new Grant(
                tokens.issue(next.user(), signedInAt, now),
                next.text(),
                tokens.lifetime().toSeconds());
    }

    private static User newUser(EmailAddress address, Instant now) {
        return new User(UUID.randomUUID(), address.text(), now, List.of());
    }
}
