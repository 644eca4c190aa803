/** Patients, appointments and recording consent: routes, rules and tables. */
@NullMarked
package com.klinity.appointments;

import org.jspecify.annotations.NullMarked;
