package com.klinity.appointments.api;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who a patient is, as a document's heading needs it.
 *
 * @param id         of the patient
 * @param name       as the practitioner wrote it
 * @param birthDate  null when not known
 * @param externalId the patient's number in another system; null when there is none
 */
public record PatientCard(
        UUID id,
        String name,
        @Nullable LocalDate birthDate,
        @Nullable String externalId) {}
