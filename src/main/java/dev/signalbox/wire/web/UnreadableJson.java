package dev.signalbox.wire.web;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says what is wrong with a JSON body and where, in words that name no class of ours. */
final class UnreadableJson {

  private UnreadableJson() {}

  static ProblemException problem(HttpMessageNotReadableException unreadable) {
    if (!(unreadable.getCause() instanceof JacksonException cause)) {
      return new ProblemException(
          ProblemType.INVALID_REQUEST, "The request needs a body, and it could not be read.");
    }
    String what = what(cause);
    String at = path(cause.getPath());
    @Nullable TokenStreamLocation location = cause.getLocation();
    String where = at.isEmpty() ? "" : " at " + at;
    if (location != null && location.getLineNr() > 0) {
      where += " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }
    return new ProblemException(
            ProblemType.INVALID_REQUEST, "The JSON body is not usable" + where + ": " + what + ".")
        .with("errors", List.of(Map.of("at", at, "problem", what)));
  }

  private static String what(JacksonException cause) {
    return switch (cause) {
      case UnrecognizedPropertyException e -> "unknown property '" + e.getPropertyName() + "'";
      case StreamConstraintsException _ -> "it is nested too deeply or a value is too long";
      case StreamReadException e when duplicate(e) -> "a property is given twice";
      case StreamReadException _ -> "it is not well-formed JSON";
      case InvalidFormatException e when e.getTargetType() != null && e.getTargetType().isEnum() ->
          "unknown value, use one of " + constants(e.getTargetType());
      case InvalidFormatException _ -> "the value does not have the expected form";
      case ValueInstantiationException e -> OwnWords.of(e).orElse("the value is not acceptable");
      case InvalidTypeIdException e -> kind(e);
      case MismatchedInputException e when e.getPath().isEmpty() ->
          "the body does not have the expected shape";
      case MismatchedInputException _ -> "the value is missing or of the wrong kind";
      default -> OwnWords.of(cause).orElse("the value is not acceptable");
    };
  }

  private static boolean duplicate(StreamReadException e) {
    String message = e.getOriginalMessage();
    return message != null && message.startsWith("Duplicate");
  }

  /**
   * Of a value whose kind is said by one of its own properties, such as a patch by its operation.
   */
  private static String kind(InvalidTypeIdException e) {
    Class<?> type = e.getBaseType().getRawClass();
    JsonTypeInfo info = type.getAnnotation(JsonTypeInfo.class);
    JsonSubTypes kinds = type.getAnnotation(JsonSubTypes.class);
    if (info == null || kinds == null) {
      return "it is of an unknown kind";
    }
    String known =
        Arrays.stream(kinds.value())
            .map(JsonSubTypes.Type::name)
            .collect(Collectors.joining(", ", ", use one of ", ""));
    return e.getTypeId() == null
        ? "'" + info.property() + "' is missing" + known
        : "unknown " + info.property() + " '" + e.getTypeId() + "'" + known;
  }

  private static String constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name())
        .collect(Collectors.joining(", "));
  }

  private static String path(List<JacksonException.Reference> references) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference reference : references) {
      @Nullable String name = reference.getPropertyName();
      if (name == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(name);
      }
    }
    return path.toString();
  }
}
