package com.klinity.appointments;

/** Administrative gender, the four codes of HL7 FHIR R4. */
enum Sex {
    FEMALE,
    MALE,
    OTHER,
    UNKNOWN
}
