package com.klinity.appointments;

import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Parameters;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a list is put in order by, and then by id in the same direction, so that each item has one place.
 *
 * @param field  as the API calls it
 * @param column never null in any row, with an index that begins with the account, it and the id
 */
record Order(String field, String column, boolean descending) {

    private static final String SORT = "sort";

    /** One that goes up. */
    static Order by(String field, String column) {
        return new Order(field, column, false);
    }

    /** The query parameter that asks for one of these; a minus before the field turns it round. */
    static Parameters parameter(List<Order> choices) {
        return Parameters.none()
                .oneOf(
                        SORT,
                        bothWays(choices).map(Order::code).toList(),
                        "What the list is put in order by, downwards with a minus; "
                                + choices.getFirst().code() + " where it is not given.");
    }

    /**
     * What the query asks for.
     *
     * @param choices the first of them where nothing is asked for
     */
    static Order of(Call call, List<Order> choices) {
        String code = call.query(SORT).orElse(choices.getFirst().code());
        return bothWays(choices)
                .filter(choice -> choice.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Order> bothWays(List<Order> choices) {
        return choices.stream().flatMap(choice -> Stream.of(choice, choice.turned()));
    }

    String clause() {
        String way = descending ? " desc" : "";
        return " order by " + column + way + ", id" + way;
    }

    /** Whether a row comes after a place. */
    String after(String place, String id) {
        return "(" + column + ", id) " + (descending ? "<" : ">") + " (" + place + ", " + id + ")";
    }

    String code() {
        return (descending ? "-" : "") + field;
    }

    private Order turned() {
        return new Order(field, column, !descending);
    }
}
