package com.klinity.platform.testkit.isolation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * One way to play a specimen.
 *
 * @param how       in words
 * @param suspended whether the account is suspended before
 * @param request   of the account, which has all that the specimen needs, and a stranger
 * @param status    what the answer may be
 */
record AuditTrial(String how, boolean suspended, BiFunction<World, World, Request> request, IntPredicate status) {

    private static final String TAG = "If-Match";
    private static final String TYPE = "Content-Type";

    /** Every way that the specimen can be played. */
    static List<AuditTrial> of(Specimen specimen) {
        List<AuditTrial> trials = new ArrayList<>();
        trials.add(own(specimen, "as its owner", false, AuditTrial::success));
        specimen.places().forEach(place -> trials.addAll(place.isTag() ? tags(specimen, place) : ids(specimen, place)));
        if (specimen.hasBody()) {
            trials.addAll(bodies(specimen));
        }
        trials.add(own(specimen, "suspended", true, status -> status == 403));
        return trials;
    }

    private static AuditTrial own(Specimen specimen, String how, boolean suspended, IntPredicate status) {
        return new AuditTrial(how, suspended, (own, stranger) -> specimen.fill(Values.own(own)), status);
    }

    private static List<AuditTrial> ids(Specimen specimen, Place place) {
        IntPredicate status = place.location() == Place.Location.PATH ? at -> at == 404 : AuditTrial::any;
        return List.of(
                with(specimen, place, "unknown " + place.label(), Held::never, status),
                with(specimen, place, "foreign " + place.label(), Held::known, status));
    }

    /** A change without a tag is refused; what else takes one may do without. */
    private static List<AuditTrial> tags(Specimen specimen, Place place) {
        IntPredicate missing = specimen.isPost() ? AuditTrial::any : status -> status == 428;
        return List.of(
                with(specimen, place, "stale tag", Held::never, status -> status == 412),
                altered(specimen, "no tag", request -> request.without(TAG), missing));
    }

    private static List<AuditTrial> bodies(Specimen specimen) {
        return List.of(
                altered(specimen, "half a body", request -> request.body(bytes("{")), AuditTrial::bad),
                altered(
                        specimen,
                        "a body of other fields",
                        request -> request.body(bytes("{\"unheard\": 1}")),
                        AuditTrial::bad),
                altered(
                        specimen,
                        "a body of another type",
                        request -> request.without(TYPE).header(TYPE, "text/x-unheard"),
                        AuditTrial::bad));
    }

    private static AuditTrial with(
            Specimen specimen, Place place, String how, Function<Held, String> choice, IntPredicate status) {
        return new AuditTrial(
                how,
                false,
                (own, stranger) -> specimen.fill(Values.foreign(own, Set.of(place), stranger, choice)),
                status);
    }

    private static AuditTrial altered(
            Specimen specimen, String how, Function<Request, Request> change, IntPredicate status) {
        return new AuditTrial(how, false, (own, stranger) -> change.apply(specimen.fill(Values.own(own))), status);
    }

    private static boolean success(int status) {
        return status / 100 == 2;
    }

    private static boolean bad(int status) {
        return status == 400 || status == 415 || status == 422;
    }

    private static boolean any(int status) {
        return status > 0;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
