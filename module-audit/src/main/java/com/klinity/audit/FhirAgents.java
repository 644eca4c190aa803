package com.klinity.audit;

import com.klinity.audit.FhirAuditEvent.Agent;
import com.klinity.audit.FhirAuditEvent.Concept;
import com.klinity.audit.FhirAuditEvent.Network;
import com.klinity.audit.FhirAuditEvent.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who took part, with the roles that BALP gives them: what flows decides who is the source.
 *
 * @param server this server
 * @param where  this server is reached
 */
record FhirAgents(Reference server, Network where) {

    List<Agent> of(AuditEvent event, Map<String, String> details) {
        List<Agent> agents = new ArrayList<>();
        agents.add(new Agent(serverRole(event), server, false, where));
        if (event.action().equals("disclose")) {
            String recipient = details.getOrDefault("vendor", details.getOrDefault("drafter", "unnamed"));
            agents.add(new Agent(FhirCodes.DESTINATION, Reference.named(recipient), false, null));
        } else if (!event.ipAddress().isEmpty()) {
            String address = event.ipAddress();
            agents.add(new Agent(clientRole(event), Reference.named(address), false, new Network(address, "2")));
        }
        agents.add(new Agent(userRole(event), Reference.named(event.userId()), true, null));
        return agents;
    }

    /** Of a search, the question flows; of a read, the answer does. */
    private static boolean flowsOut(AuditEvent event) {
        return switch (event.action()) {
            case "read" -> event.resourceIds().size() == 1;
            case "export", "disclose" -> true;
            default -> false;
        };
    }

    private static Concept serverRole(AuditEvent event) {
        if (event.action().equals("delete")) {
            return FhirCodes.CUSTODIAN;
        }
        return flowsOut(event) ? FhirCodes.SOURCE : FhirCodes.DESTINATION;
    }

    private static Concept clientRole(AuditEvent event) {
        if (event.action().equals("delete")) {
            return FhirCodes.CLIENT_APPLICATION;
        }
        return flowsOut(event) ? FhirCodes.DESTINATION : FhirCodes.SOURCE;
    }

    private static Concept userRole(AuditEvent event) {
        return switch (event.action()) {
            case "read", "export" -> FhirCodes.RECIPIENT;
            default -> FhirCodes.AUTHOR;
        };
    }
}
