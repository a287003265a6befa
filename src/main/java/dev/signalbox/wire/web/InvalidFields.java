package dev.signalbox.wire.web;

import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;

/** Lists every field that fails its Bean Validation, so that a caller can mend all at once. */
final class InvalidFields {

  private final List<Map<String, Object>> errors = new ArrayList<>();

  static ProblemException problem(List<ObjectError> objectErrors) {
    InvalidFields fields = new InvalidFields();
    objectErrors.forEach(error -> fields.add("", error));
    return fields.problem();
  }

  static ProblemException problem(MethodValidationResult result) {
    InvalidFields fields = new InvalidFields();
    for (ParameterValidationResult parameter : result.getParameterValidationResults()) {
      @Nullable String name = parameter.getMethodParameter().getParameterName();
      if (parameter instanceof ParameterErrors body) {
        body.getAllErrors().forEach(error -> fields.add("", error));
      } else {
        for (MessageSourceResolvable error : parameter.getResolvableErrors()) {
          fields.add(name == null ? "" : name, error.getDefaultMessage());
        }
      }
    }
    return fields.problem();
  }

  private void add(String at, ObjectError error) {
    add(error instanceof FieldError field ? field.getField() : at, error.getDefaultMessage());
  }

  private void add(String at, @Nullable String problem) {
    errors.add(Map.of("at", at, "problem", problem == null ? "is not valid" : problem));
  }

  private ProblemException problem() {
    errors.sort(Comparator.comparing(error -> error.get("at") + " " + error.get("problem")));
    String first =
        errors.isEmpty()
            ? "The request is not valid."
            : (errors.getFirst().get("at") + " " + errors.getFirst().get("problem")).strip() + ".";
    return new ProblemException(ProblemType.INVALID_REQUEST, first)
        .with("errors", List.copyOf(errors));
  }
}
