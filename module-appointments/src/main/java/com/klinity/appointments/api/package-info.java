/** What features after this one on the PHI line may know of patients and appointments. */
@NullMarked
package com.klinity.appointments.api;

import org.jspecify.annotations.NullMarked;
