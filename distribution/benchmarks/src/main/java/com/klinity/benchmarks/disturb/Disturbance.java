package com.klinity.benchmarks.disturb;

import com.klinity.benchmarks.load.Target;
import java.net.URI;
import java.util.List;

/** A kind of callers, and how many of them come at once. Each comes again as soon as it is sent away. */
public enum Disturbance {
    /** Requests whose body never ends. */
    STALLED_BODIES(100) {
        @Override
        Caller caller(Target target) {
            return new Caller.Stalled(head("POST", "/v1/patients", target) + "Content-Type: application/json\r\n"
                    + "Content-Length: 1000\r\n\r\n{\"name\":");
        }
    },
    /** Connections on which nothing is ever said, or half a head. */
    SILENT_CONNECTIONS(300) {
        @Override
        Caller caller(Target target) {
            return new Caller.Stalled(target.patient().getLeastSignificantBits() % 2 == 0 ? "" : "GET /v1/pati");
        }
    },
    /** Bodies in one chunk of two gigabytes, by nobody. */
    HUGE_CHUNKS(16) {
        @Override
        Caller caller(Target target) {
            return new Caller.Pouring(String.join(
                    "\r\n",
                    "POST /v1/patients HTTP/1.1",
                    "Host: localhost",
                    "Content-Type: application/json",
                    "Transfer-Encoding: chunked",
                    "",
                    "7fffffff",
                    ""));
        }
    },
    /** Exports of an audit log that nobody reads. */
    UNREAD_EXPORTS(32) {
        @Override
        Caller caller(Target target) {
            return new Caller.Deaf(head("GET", "/v1/audit/events.csv", target) + "\r\n");
        }
    };

    private final int callers;

    Disturbance(int callers) {
        this.callers = callers;
    }

    abstract Caller caller(Target target);

    /** Lets them loose, dealt out over these accounts, until what is returned is closed. */
    public Crowd begin(URI server, List<Target> accounts) {
        Crowd crowd = new Crowd(server);
        for (int i = 0; i < callers; i++) {
            crowd.add(caller(accounts.get(i % accounts.size())));
        }
        return crowd;
    }

    private static String head(String method, String path, Target target) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + target.token() + "\r\n";
    }
}
