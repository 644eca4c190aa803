package com.klinity.appointments;

import com.klinity.appointments.api.Consents;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Row;
import com.klinity.platform.spi.Scope;
import java.util.Optional;
import java.util.UUID;

/** The last entry of each history, as the appointment's row has it. */
final class StoredConsents implements Consents {

    private static final String FIND = """
        select status = 'cancelled' as cancelled, coalesce(consent_given, false) as given,
            coalesce(consent_ai, true) as ai
        from appointments.appointments where id = :id\
        """;
    private static final String HOLD = FIND + " for key share";

    private record State(boolean cancelled, boolean given, boolean ai) {

        static State of(Row row) {
            return new State(row.flag("cancelled"), row.flag("given"), row.flag("ai"));
        }
    }

    @Override
    public void requireRecording(Scope scope, UUID appointment, boolean hold) {
        State state = given(scope, appointment, hold);
        if (state.cancelled()) {
            throw Refusal.conflict(
                    "appointment-cancelled", "A cancelled appointment takes no recording; record in another one.");
        }
    }

    @Override
    public void requireProcessing(Scope scope, UUID appointment, boolean hold) {
        given(scope, appointment, hold);
    }

    @Override
    public void requireDrafting(Scope scope, UUID appointment, boolean hold) {
        if (!given(scope, appointment, hold).ai()) {
            throw Refusal.conflict(
                    "ai-refused",
                    "The patient does not want a machine to draft from what was said. Write the note yourself, or"
                            + " record a consent with 'ai': true.");
        }
    }

    @Override
    public boolean given(Scope scope, UUID appointment) {
        return find(scope, appointment, false).map(State::given).orElse(false);
    }

    private static State given(Scope scope, UUID appointment, boolean hold) {
        State state = find(scope, appointment, hold).orElseThrow(Refusal::notFound);
        if (!state.given()) {
            throw Refusal.conflict(
                    "consent-missing",
                    "The patient's consent to recording is missing or was withdrawn. Record it at"
                            + " '/v1/appointments/{id}/consents' before audio is taken in or worked on.");
        }
        return state;
    }

    private static Optional<State> find(Scope scope, UUID appointment, boolean hold) {
        return scope.sql(hold ? HOLD : FIND).set("id", appointment).first(State::of);
    }
}
