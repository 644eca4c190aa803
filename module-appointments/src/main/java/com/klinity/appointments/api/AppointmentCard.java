package com.klinity.appointments.api;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What another feature needs to know of an appointment.
 *
 * @param id           of the appointment
 * @param patientId    whose it is
 * @param startsAt     when it starts
 * @param title        null when it has none
 * @param consentGiven true when consent to recording is given and not withdrawn
 */
public record AppointmentCard(
        UUID id, UUID patientId, Instant startsAt, @Nullable String title, boolean consentGiven) {}
