/** Home: search over everything, what is new, who is spoken of, and what is open. */
import { Head } from "../parts/head";

export default function Home() {
  return <Head title="Home" />;
}
