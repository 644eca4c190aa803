package com.klinity.appointments;

import static com.klinity.platform.spi.Access.phi;

import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.JobType;
import com.klinity.platform.spi.Parameters;
import com.klinity.platform.spi.Routes;
import java.util.List;

/** The table of contents: every route of patients and appointments. */
record AppointmentsFeature(PatientRoutes patients, AppointmentRoutes appointments, ConsentRoutes consents)
        implements Feature {

    static final String PATIENT = "Patient";
    static final String APPOINTMENT = "Appointment";
    static final String CONSENT = "Consent";

    @Override
    public void routes(Routes routes) {
        routes.get("/v1/patients", phi(Action.READ, PATIENT), PatientList.PARAMETERS, patients::list);
        routes.post("/v1/patients", phi(Action.CREATE, PATIENT), patients::create);
        routes.post("/v1/patients/search", phi(Action.READ, PATIENT), Parameters.page(), patients::search);
        routes.get("/v1/patients/{id}", phi(Action.READ, PATIENT), patients::read);
        routes.patch("/v1/patients/{id}", phi(Action.UPDATE, PATIENT), patients::change);
        routes.delete("/v1/patients/{id}", phi(Action.DELETE, PATIENT), PatientRoutes.CASCADE, patients::delete);
        routes.get(
                "/v1/patients/{id}/appointments",
                phi(Action.READ, APPOINTMENT),
                AppointmentList.OF_A_PATIENT,
                appointments::ofPatient);

        routes.get("/v1/appointments", phi(Action.READ, APPOINTMENT), AppointmentList.OF_ALL, appointments::list);
        routes.post("/v1/appointments", phi(Action.CREATE, APPOINTMENT), appointments::create);
        routes.get("/v1/appointments/{id}", phi(Action.READ, APPOINTMENT), appointments::read);
        routes.patch("/v1/appointments/{id}", phi(Action.UPDATE, APPOINTMENT), appointments::change);
        routes.delete("/v1/appointments/{id}", phi(Action.DELETE, APPOINTMENT), appointments::delete);

        routes.get("/v1/appointments/{id}/consents", phi(Action.READ, CONSENT), Parameters.page(), consents::list);
        routes.post("/v1/appointments/{id}/consents", phi(Action.CREATE, CONSENT), consents::create);
        routes.get("/v1/appointments/{id}/consents/{consent}", phi(Action.READ, CONSENT), consents::read);
    }

    @Override
    public List<JobType> jobs() {
        return List.of(RefoldJob.type());
    }
}
