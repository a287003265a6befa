package dev.signalbox;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.signalbox.access.Requires;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The conventions of the code base, as rules that fail the build. */
@AnalyzeClasses(packages = "dev.signalbox", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

  /** Where time and ids come from, and the module that starts before there are any beans. */
  private static final DescribedPredicate<JavaClass> SOURCES =
      describe(
          "the sources of time and randomness",
          type ->
              type.getName().startsWith("dev.signalbox.timeline.TimeConfiguration")
                  || type.getPackageName().equals("dev.signalbox.database"));

  @ArchTest
  static final ArchRule timeComesInFromOutside =
      noClasses()
          .that(DescribedPredicate.not(SOURCES))
          .should()
          .callMethodWhere(
              describe("asks for the time without a Clock", ArchitectureTests::asksTime))
          .because("tests move the clock by hand: inject java.time.Clock");

  @ArchTest
  static final ArchRule randomnessAndIdsComeInFromOutside =
      noClasses()
          .that(DescribedPredicate.not(SOURCES))
          .should()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callMethod("java.util.concurrent.ThreadLocalRandom", "current")
          .orShould()
          .callConstructor(Random.class)
          .because("tests fix them: inject dev.signalbox.timeline.Ids");

  @ArchTest
  static final ArchRule secretsComeFromOneSourceWhereTheyCan =
      noClasses()
          .that(DescribedPredicate.not(SOURCES))
          .and()
          .resideOutsideOfPackage("dev.signalbox.wire..")
          .and()
          .doNotHaveFullyQualifiedName("dev.signalbox.access.SecretBox")
          .should()
          .callConstructor(SecureRandom.class)
          .because("only wire, which knows no module, and nonces, which nobody may fix, differ");

  @ArchTest
  static final ArchRule nothingIsInjectedIntoFields =
      noFields()
          .should()
          .beAnnotatedWith(Autowired.class)
          .orShould()
          .beAnnotatedWith(Value.class)
          .orShould()
          .beAnnotatedWith("jakarta.inject.Inject")
          .orShould()
          .beAnnotatedWith("jakarta.annotation.Resource")
          .because("a class that is made is complete");

  @ArchTest
  static final ArchRule everyHandlerSaysWhatItRequires =
      methods()
          .that()
          .areMetaAnnotatedWith(RequestMapping.class)
          .and()
          .areDeclaredInClassesThat()
          .areNotAssignableTo(ErrorController.class)
          .should()
          .beAnnotatedWith(Requires.class)
          .because("what asks for nothing would be refused to everyone");

  @ArchTest
  static final ArchRule controllersLiveAtTheEdge =
      classes()
          .that()
          .areMetaAnnotatedWith(Controller.class)
          .should()
          .resideInAnyPackage("dev.signalbox.*.web..", "dev.signalbox.dashboard..")
          .andShould()
          .notBePublic()
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule nobodyDependsOnTheEdge =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.signalbox.*.web..", "dev.signalbox.dashboard..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.signalbox.*.web..", "dev.signalbox.dashboard..");

  @ArchTest
  static final ArchRule repositoriesStayInsideTheirModule =
      classes()
          .that()
          .areAssignableTo(Repository.class)
          .should()
          .notBePublic()
          .orShould()
          .resideOutsideOfPackage("dev.signalbox.*")
          .allowEmptyShould(true)
          .because("the root package of a module is its API");

  @ArchTest
  static final ArchRule secretsAreComparedInConstantTime =
      noClasses()
          .that()
          .resideInAnyPackage("dev.signalbox.webhook..", "dev.signalbox.access..")
          .should()
          .callMethod(Arrays.class, "equals", byte[].class, byte[].class)
          .orShould()
          .callMethod(Arrays.class, "compare", byte[].class, byte[].class)
          .because("only MessageDigest.isEqual tells nothing by its duration");

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      noClasses()
          .should()
          .haveNameMatching(
              ".*[.$](Abstract\\w+|Base[A-Z]\\w*|\\w*(Impl|(?<!Release)Manager|Helper|Utils?|Common|Dto|DTO|Entity"
                  + "|VO))")
          .because("these words say nothing of the domain");

  @ArchTest
  static final ArchRule nothingIsReadByJavaSerialization =
      noClasses()
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(java.io.ObjectInputStream.class, java.io.ObjectOutputStream.class);

  @ArchTest
  static final ArchRule nothingWritesToTheConsole =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.signalbox.StartupNotice")
          .should()
          .accessFieldWhere(
              describe(
                  "is System.out or System.err",
                  (JavaAccess<?> access) ->
                      access.getTargetOwner().isEquivalentTo(System.class)
                          && !access.getTarget().getName().equals("in")))
          .because("what people should see is logged; only the one-time password must not be");

  private static boolean asksTime(JavaCall<?> call) {
    var owner = call.getTargetOwner();
    var name = call.getName();
    if (owner.isEquivalentTo(System.class)) {
      return name.equals("currentTimeMillis");
    }
    if (owner.isEquivalentTo(Clock.class)) {
      return name.startsWith("system") || name.startsWith("tick");
    }
    return owner.getPackageName().startsWith("java.time")
        && name.equals("now")
        && call.getTarget().getRawParameterTypes().stream()
            .noneMatch(type -> type.isEquivalentTo(Clock.class));
  }
}
