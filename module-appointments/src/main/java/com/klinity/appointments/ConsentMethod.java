package com.klinity.appointments;

/** How a patient agreed to be recorded. */
enum ConsentMethod {
    VERBAL,
    WRITTEN,
    ELECTRONIC
}
