package com.klinity.appointments;

import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Page;
import com.klinity.platform.spi.Parameters;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Scope;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists of appointments by their start, with whom they are about where that is asked for. */
final class AppointmentList {

    private static final String EXPAND = "expand";
    private static final List<Order> ORDERS = List.of(Order.by("startsAt", "starts_at"));

    static final Parameters OF_A_PATIENT = Parameters.page()
            .and(Order.parameter(ORDERS))
            .and(AppointmentFilter.PARAMETERS)
            .oneOf(EXPAND, List.of("patient"), "Shows whom each appointment is about.");

    static final Parameters OF_ALL = OF_A_PATIENT.and("patientId", UUID.class, "Only appointments of that patient.");

    private AppointmentList() {}

    static Reply of(Call call, Conditions conditions) {
        Page page = call.page();
        Order order = Order.of(call, ORDERS);
        boolean withPatients = call.query(EXPAND).isPresent();
        Page.Of<AppointmentView> found = page.of(
                AppointmentTable.list(call.scope(), conditions, order, page),
                appointment -> new Page.Position(appointment.startsAt(), appointment.id()));
        Reply reply = withPatients ? expanded(call.scope(), found) : Reply.ok(found);
        return reply.about(found.items().stream().map(AppointmentView::id).toList());
    }

    /** What is shown of patients is read of patients: the entry names them as well. */
    private static Reply expanded(Scope scope, Page.Of<AppointmentView> found) {
        Set<UUID> ids = found.items().stream()
                .map(AppointmentView::patientId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<UUID, PatientView> patients = PatientTable.all(scope, List.copyOf(ids)).stream()
                .collect(Collectors.toMap(PatientView::id, Function.identity()));
        List<AppointmentView> items = found.items().stream()
                .map(appointment -> appointment.with(patients.get(appointment.patientId())))
                .toList();
        return Reply.ok(new Page.Of<>(items, found.nextCursor())).about(patients.keySet());
    }
}
