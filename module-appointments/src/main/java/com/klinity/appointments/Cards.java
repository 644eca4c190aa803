package com.klinity.appointments;

import com.klinity.appointments.api.AppointmentCard;
import com.klinity.appointments.api.Appointments;
import com.klinity.appointments.api.PatientCard;
import com.klinity.platform.spi.Scope;
import java.util.Optional;
import java.util.UUID;

/** What the other features are told. */
final class Cards implements Appointments {

    @Override
    public Optional<AppointmentCard> find(Scope scope, UUID appointment) {
        return AppointmentTable.find(scope, appointment).map(stored -> card(stored.view()));
    }

    @Override
    public boolean hold(Scope scope, UUID appointment) {
        return AppointmentTable.hold(scope, appointment);
    }

    @Override
    public Optional<PatientCard> patient(Scope scope, UUID patient) {
        return PatientTable.find(scope, patient).map(stored -> card(stored.view()));
    }

    private static AppointmentCard card(AppointmentView view) {
        Consent consent = view.recordingConsent();
        return new AppointmentCard(
                view.id(), view.patientId(), view.startsAt(), view.title(), consent != null && consent.given());
    }

    private static PatientCard card(PatientView view) {
        return new PatientCard(view.id(), view.name(), view.birthDate(), view.externalId());
    }
}
