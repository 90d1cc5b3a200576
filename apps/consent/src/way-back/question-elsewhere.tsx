import { useText } from '../i18n/text.tsx';
import { Link } from '../ui/link.tsx';
import { PageTitle } from '../ui/page-title.tsx';

/** What a citizen sees who was sent here for a question of another authority. */
export function QuestionElsewhere() {
  const { text } = useText();
  return (
    <>
      <PageTitle name={text('elsewhere.title')}>{text('elsewhere.title')}</PageTitle>
      <p>{text('elsewhere.text')}</p>
      <Link to="home" className="button">
        {text('notFound.link')}
      </Link>
    </>
  );
}
