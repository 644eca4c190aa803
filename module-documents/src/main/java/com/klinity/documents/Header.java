package com.klinity.documents;

import com.klinity.appointments.api.AppointmentCard;
import com.klinity.appointments.api.PatientCard;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom and which appointment a document is about, and how its paper is headed. On a draft it is as things are now; a
 * signature keeps it, so that no later change of patient, appointment or settings reaches what was signed.
 *
 * @param locale       BCP 47 tag in which dates are printed; null when signed before that was kept
 * @param timeZone     zone in which times are printed, from the IANA time zone database; null as {@code locale}
 * @param practitioner who signed; null on drafts, and when signed without a name
 * @param warningsSeen codes of the warnings that were seen; null when there were none
 */
record Header(
        UUID patientId,
        String patientName,
        @Nullable LocalDate patientBirthDate,
        @Nullable String patientExternalId,
        Instant appointmentStartsAt,
        @Nullable String appointmentTitle,
        @Nullable String locale,
        @Nullable String timeZone,
        @Nullable Practitioner practitioner,
        @Nullable List<String> warningsSeen) {

    Header {
        warningsSeen = Absent.toNull(warningsSeen);
    }

    static Header of(AppointmentCard appointment, PatientCard patient, Region region) {
        return new Header(
                patient.id(),
                patient.name(),
                patient.birthDate(),
                patient.externalId(),
                appointment.startsAt(),
                appointment.title(),
                region.locale(),
                region.timeZone(),
                null,
                null);
    }

    /** As it is signed. */
    Header signed(@Nullable Practitioner by, List<Warning> warnings) {
        List<String> seen = warnings.stream().map(Warning::code).toList();
        return new Header(
                patientId,
                patientName,
                patientBirthDate,
                patientExternalId,
                appointmentStartsAt,
                appointmentTitle,
                locale,
                timeZone,
                by,
                seen.isEmpty() ? null : seen);
    }

    /** What somebody who saw the earlier one must be told. */
    List<Warning> changedSince(Header earlier) {
        List<Warning> warnings = new ArrayList<>();
        if (!patientId.equals(earlier.patientId)) {
            warnings.add(new Warning(
                    "patient-exchanged", "Since this draft was made its appointment was given to another patient."));
        } else if (!patientName.equals(earlier.patientName)
                || !Objects.equals(patientBirthDate, earlier.patientBirthDate)
                || !Objects.equals(patientExternalId, earlier.patientExternalId)) {
            warnings.add(new Warning(
                    "patient-changed",
                    "Since this draft was made the patient's name, birth date or number was changed."));
        }
        if (!appointmentStartsAt.equals(earlier.appointmentStartsAt)) {
            warnings.add(new Warning(
                    "appointment-moved", "Since this draft was made its appointment was moved to another time."));
        }
        return warnings;
    }
}
