import { Button, Checkboxes, ErrorSummary, ServiceNavigation, createAll } from 'govuk-frontend';
import './sent-before.mjs';
import './under-way.mjs';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
createAll(Button, { preventDoubleClick: true });
createAll(Checkboxes);
createAll(ErrorSummary);
createAll(ServiceNavigation);
