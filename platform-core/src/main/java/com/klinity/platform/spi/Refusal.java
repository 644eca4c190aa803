package com.klinity.platform.spi;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A call that is not answered as asked. Becomes {@code application/problem+json} (RFC 9457) and, for known accounts, an
 * audit entry with the outcome. Texts are for the caller and never hold protected health information.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String OUTCOME_UNKNOWN = "outcome-unknown";

    private final int status;
    private final String slug;
    private final String title;
    private final transient List<FieldError> errors;
    private final transient Map<String, String> headers;

    /** Any refusal; the named ones below come first. */
    public Refusal(int status, String slug, String title, String detail) {
        this(status, slug, title, detail, List.of(), Map.of());
    }

    private Refusal(
            int status,
            String slug,
            String title,
            String detail,
            List<FieldError> errors,
            Map<String, String> headers) {
        super(detail, null, false, false);
        this.status = status;
        this.slug = slug;
        this.title = title;
        this.errors = List.copyOf(errors);
        this.headers = Map.copyOf(headers);
    }

    /** 400: not JSON, or of the wrong shape. */
    public static Refusal malformed(String detail) {
        return new Refusal(400, "malformed-request", "The request could not be read", detail);
    }

    /** 400: fields of the wrong shape. */
    public static Refusal malformed(List<FieldError> errors) {
        return new Refusal(
                400,
                "malformed-request",
                "The request could not be read",
                "Some fields are not known, or not of the form that is needed; see errors.",
                errors,
                Map.of());
    }

    /** 401: no token, or not a good one. The same answer for every cause. */
    public static Refusal unauthenticated() {
        return new Refusal(
                401,
                "unauthenticated",
                "A valid access token is needed",
                "Send an access token of this server's issuer as 'Authorization: Bearer …'.",
                List.of(),
                Map.of("WWW-Authenticate", "Bearer error=\"invalid_token\""));
    }

    /** 403: suspended. */
    public static Refusal banned() {
        return new Refusal(403, "suspended", "This account is suspended", "Contact the operator of this server.");
    }

    /** 404: unknown, or somebody else's; nobody can tell which. */
    public static Refusal notFound() {
        return new Refusal(404, "not-found", "Not found", "There is nothing at this address for this account.");
    }

    /** 405. */
    public static Refusal methodNotAllowed(String allowed) {
        return new Refusal(
                405,
                "method-not-allowed",
                "This method is not possible here",
                "Possible here: " + allowed + ".",
                List.of(),
                Map.of("Allow", allowed));
    }

    /** 406. */
    public static Refusal notAcceptable(List<String> offered) {
        return new Refusal(
                406,
                "not-acceptable",
                "None of the accepted media types is offered",
                "Offered here: " + String.join(", ", offered) + ".");
    }

    /** 409: the state of the resource does not allow it. */
    public static Refusal conflict(String slug, String detail) {
        return new Refusal(409, slug, "The current state does not allow this", detail);
    }

    /** 412: somebody changed it in between. */
    public static Refusal stale() {
        return new Refusal(
                412, "stale", "The resource has changed", "Read it again and repeat the change with its new ETag.");
    }

    /** 413. */
    public static Refusal tooLarge(long most) {
        return new Refusal(413, "too-large", "The body is too large", "At most " + most + " bytes are accepted here.");
    }

    /** 415. */
    public static Refusal unsupportedMediaType(String detail) {
        return new Refusal(415, "unsupported-media-type", "The body is not of a supported kind", detail);
    }

    /** 416: the range begins after the end (RFC 9110 §15.5.17). */
    public static Refusal unsatisfiableRange(long length) {
        return new Refusal(
                416,
                "range-not-satisfiable",
                "The range is outside the content",
                "The content has " + length + " bytes.",
                List.of(),
                Map.of("Content-Range", "bytes */" + length));
    }

    /** 422: understood, but it breaks a rule. */
    public static Refusal invalid(List<FieldError> errors) {
        return new Refusal(
                422,
                "invalid-fields",
                "Some fields break a rule",
                "See errors for each field and what it must be.",
                errors,
                Map.of());
    }

    /** 422 for one field. */
    public static Refusal invalid(String pointer, String detail) {
        return invalid(List.of(new FieldError(pointer, detail)));
    }

    /** 428. */
    public static Refusal preconditionRequired() {
        return new Refusal(
                428, "precondition-required", "If-Match is needed", "Send the resource's ETag in an If-Match header.");
    }

    /** 429. */
    public static Refusal tooMany(Duration wait) {
        return new Refusal(
                429,
                "too-many-requests",
                "Too many requests",
                "Wait and try again.",
                List.of(),
                Map.of("Retry-After", Long.toString(Math.max(1, wait.toSeconds()))));
    }

    /**
     * 429: the account has as much of something as it may have at once, told in the fields of the IETF's draft on
     * rate limit headers ({@code draft-ietf-httpapi-ratelimit-headers}).
     *
     * @param budget what it is, a word or words joined by hyphens, such as {@code waiting-transcripts}
     * @param most   of which it may have so many
     * @param wait   after which some of it may be free
     */
    public static Refusal overBudget(String budget, long most, Duration wait) {
        String seconds = Long.toString(Math.max(1, wait.toSeconds()));
        return new Refusal(
                429,
                "over-budget",
                "As much as an account may have at once",
                "This account has " + most + " " + budget.replace('-', ' ')
                        + ", which is the most. Wait for one to end.",
                List.of(),
                Map.of(
                        "Retry-After", seconds,
                        "RateLimit-Policy", '"' + budget + "\";q=" + most,
                        "RateLimit", '"' + budget + "\";r=0;t=" + seconds));
    }

    /** 408: the body did not come in time. */
    public static Refusal timedOut() {
        return new Refusal(
                408,
                "body-timeout",
                "The body did not come in time",
                "Nothing was stored. Send the whole body without pauses.",
                List.of(),
                Map.of("Connection", "close"));
    }

    /** 503: it may have been done, or not. */
    public static Refusal uncertain() {
        return new Refusal(
                503,
                OUTCOME_UNKNOWN,
                "Temporarily unavailable",
                "It may have been done, or not. Look before you ask again, or ask again with the same Idempotency-Key.",
                List.of(),
                Map.of("Retry-After", "5"));
    }

    /** 503: something the server needs is not there just now. */
    public static Refusal unavailable() {
        return unavailable("Nothing was stored. Try again in a moment.");
    }

    /** 503 in other words. */
    public static Refusal unavailable(String detail) {
        return new Refusal(
                503, "unavailable", "Temporarily unavailable", detail, List.of(), Map.of("Retry-After", "5"));
    }

    /** 507: there is no room for it. */
    public static Refusal insufficientStorage(String detail) {
        return new Refusal(507, "insufficient-storage", "There is no room for this", detail);
    }

    /** True when it may have been done all the same. */
    public boolean isUncertain() {
        return slug.equals(OUTCOME_UNKNOWN);
    }

    /** HTTP status, 400 to 599. */
    public int status() {
        return status;
    }

    /** Last segment of the problem type, stable. */
    public String slug() {
        return slug;
    }

    /** The same text for every occurrence of the slug. */
    public String title() {
        return title;
    }

    /** What to do about this occurrence. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** Fields, when fields are the reason. */
    public List<FieldError> errors() {
        return errors;
    }

    /** Header fields the answer carries. */
    public Map<String, String> headers() {
        return headers;
    }
}
