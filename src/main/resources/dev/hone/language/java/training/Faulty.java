import java.util.Map;

class Faulty {
  Strin name() {
    List<String> names = new ArrayList<>();
    int count = "text";
    return names.get(count).missing();
  }

  int noReturn() {}
}
