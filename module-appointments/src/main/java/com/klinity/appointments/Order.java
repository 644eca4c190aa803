package com.klinity.appointments;

import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Refusal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a list is put in order by, and then by id in the same direction, so that each item has one place.
 *
 * @param field  as the API calls it
 * @param column never null in any row, with an index that begins with the account, it and the id
 */
record Order(String field, String column, boolean descending) {

    /** One that goes up. */
    static Order by(String field, String column) {
        return new Order(field, column, false);
    }

    /**
     * What the query parameter {@code sort} asks for; a minus before the field turns it round.
     *
     * @param choices the first of them where nothing is asked for
     * @throws Refusal 400 when it is none of them
     */
    static Order of(Call call, List<Order> choices) {
        return call.query("sort")
                .map(text -> choices.stream()
                        .flatMap(choice -> Stream.of(choice, choice.turned()))
                        .filter(choice -> choice.code().equals(text))
                        .findFirst()
                        .orElseThrow(() -> Refusal.malformed("The query parameter 'sort' must be one of "
                                + choices.stream()
                                        .flatMap(choice -> Stream.of(
                                                choice.code(), choice.turned().code()))
                                        .collect(Collectors.joining(", "))
                                + ".")))
                .orElse(choices.getFirst());
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
