/** The rules of patients and appointments, first alone and then through a running server. */
@NullMarked
package com.klinity.appointments;

import org.jspecify.annotations.NullMarked;
